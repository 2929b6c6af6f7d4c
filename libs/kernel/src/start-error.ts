/**
 * A reason why the program cannot start (or a command cannot run), told to the operator in English, one sentence
 * per fault. The entry points print the message alone, without a stack, and end with code 1.
 */
export class StartError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StartError';
  }
}
