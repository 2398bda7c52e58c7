/** Thrown when an intent must wait for the decision of another queue. The intent stays open, and the next finisher continues from here. */
export class NotAnswered extends Error {
  override readonly name = 'NotAnswered';
}
