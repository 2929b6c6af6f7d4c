/** Millimetres in points. */
export const mm = (value: number): number => (value * 72) / 25.4;

/** The size of a page and its margins, points. */
export interface PageShape {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** A4 portrait and the margins of Decree 30/2020, Annex I (top and bottom 20–25, left 30–35, right 15–20 mm). */
export const PAGE = { width: mm(210), height: mm(297), top: mm(20), bottom: mm(20), left: mm(30), right: mm(15) } as const satisfies PageShape;

/** The same lying on its side, for wide tables; the binding edge is above (Decree 30/2020, Annex I, I.4). */
export const LANDSCAPE: PageShape = { width: PAGE.height, height: PAGE.width, top: mm(20), bottom: mm(15), left: mm(20), right: mm(20) };

/** A place on the page, points from its upper left corner. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
