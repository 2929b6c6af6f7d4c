/** What a test, or a person at the page, may let go wrong at an agency's system. */
export interface Faults {
  /** Answers nothing: the connection is cut. */
  readonly isDown: boolean;
  /** Each answer comes so many milliseconds late. */
  readonly slowMs: number;
  /** Each event comes twice, and the page of the feed in another order. */
  readonly isConfused: boolean;
  /** Takes a message and answers with nothing that counts. */
  readonly answersNothing: boolean;
  /** The bytes of a paper are not those announced. */
  readonly sendsWrongPaper: boolean;
}

export const NO_FAULTS: Faults = { isDown: false, slowMs: 0, isConfused: false, answersNothing: false, sendsWrongPaper: false };
