/** The name under which the worker files a member of a linked group whose turn has come. */
export const LINKED = 'linked';
