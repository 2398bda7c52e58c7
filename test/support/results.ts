/** The table that a long suite prints at its end: the point of the crash, the result, and how long it took. */
export class Results {
  private readonly rows: { where: string; outcome: string; seconds: number }[] = [];

  /** Runs one row and adds it to the table, passed or failed. */
  async row(where: string, run: () => Promise<string>): Promise<void> {
    const begun = performance.now();
    const keep = (outcome: string) =>
      this.rows.push({ where, outcome, seconds: Math.round((performance.now() - begun) / 100) / 10 });
    try {
      keep(await run());
    } catch (error) {
      keep('DOES NOT HOLD');
      throw error;
    }
  }

  print(): void {
    console.table(this.rows);
  }
}
