import type { Line } from './draw-svg-content.js';

/** A point, in pixels from the top left. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A box with its words. */
export interface LaidBox extends Point {
  readonly path: string;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly Line[];
  readonly beside: boolean;
  readonly final: boolean;
}

/** An arrow with its words. */
export interface LaidArrow {
  readonly from: string;
  readonly to: string;
  readonly points: readonly Point[];
  readonly label: { readonly lines: readonly Line[]; readonly x: number; /** The top of the first line. */ readonly y: number; readonly anchor: 'start' | 'middle' | 'end' };
}

/** Where everything stands. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly LaidBox[];
  readonly arrows: readonly LaidArrow[];
  /** Frames round the groups of more than one state. */
  readonly frames: ReadonlyArray<Point & { readonly width: number; readonly height: number }>;
  /** The middle of the column in which the work stands. */
  readonly middle: number;
  /** Headings of the sections after the first. */
  readonly headings: ReadonlyArray<Point & { readonly lines: readonly Line[] }>;
}
