/** A part of the product that is built on its own. */
export interface Part {
  readonly name: string;
  readonly inputs: readonly string[];
  readonly isInput: (file: string) => boolean;
  readonly output: string;
  readonly notes?: string;
  readonly program: string;
  readonly args: readonly string[];
}
export declare const PARTS: readonly Part[];
export declare function digestOfInputs(root: string, part: Part): string;
export declare function readBuilt(file: string): Record<string, string>;
export declare function findStale(root: string, parts: readonly Part[], built: Record<string, string>): Array<{ part: Part; digest: string }>;
export declare function buildIfStale(root: string, parts?: readonly Part[], say?: (line: string) => void): Promise<boolean>;
