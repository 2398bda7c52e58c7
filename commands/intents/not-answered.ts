/** A thing that must answer before another can be decided has not done so yet; the intent stays open, and asking again goes on where this stopped. */
export class NotAnswered extends Error {
  override readonly name = 'NotAnswered';
}
