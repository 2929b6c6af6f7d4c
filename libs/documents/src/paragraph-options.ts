import type { Style } from './fonts.js';
import type { Align } from './text.js';

/** What a stretch of the page is, for readers that speak the page aloud (PDF structure types). */
export type Role = 'H1' | 'P' | 'TH' | 'TD' | 'LBody';

export interface ParagraphOptions {
  readonly size?: number;
  readonly style?: Style;
  readonly align?: Align;
  readonly balanced?: boolean;
  /** Indent of the first line, points. */
  readonly firstLine?: number;
  /** Left edge and width in points; the text area without them. */
  readonly x?: number;
  readonly width?: number;
  /** Space after, points. */
  readonly after?: number;
  /** Line spacing in lines, 1 = single. */
  readonly spacing?: number;
  readonly role?: Role;
  /** Keeps this paragraph on the page of the following block of this height, points. */
  readonly keepWith?: number;
}
