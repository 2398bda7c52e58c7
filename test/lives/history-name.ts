/** The file that the history of a life is kept in, without its ending. */
export const historyName = (life: string): string => life.replaceAll(/[^a-z]+/g, '-');
