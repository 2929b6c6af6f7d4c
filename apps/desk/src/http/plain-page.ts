import type { FastifyReply } from 'fastify';

/** Where the style of the plain pages is served. */
export const PLAIN_STYLE_PATH = '/api/plain.css';

/** The style of pages that work without scripts: readable at 320 px, targets of 44 px, no colour as the only sign. */
export const PLAIN_STYLE = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; font: 1.125rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif; color: #1a1b1e; background: #fff; }
header, main, footer { max-width: 42rem; margin: 0 auto; padding: 1rem; }
header { border-bottom: 3px solid #9c1c1c; font-weight: 700; }
h1 { font-size: 1.75rem; line-height: 1.35; margin: 1rem 0; }
h2 { font-size: 1.25rem; margin: 1.5rem 0 .5rem; }
a { color: #0b4a8f; }
a:focus-visible, button:focus-visible, input:focus-visible, select:focus-visible { outline: 3px solid #0b4a8f; outline-offset: 2px; }
.button, button { display: inline-block; min-height: 44px; padding: .5rem 1.25rem; border: 1px solid #0b4a8f; border-radius: 4px; background: #0b4a8f; color: #fff; font: inherit; text-decoration: none; cursor: pointer; }
label { display: block; font-weight: 600; margin: 1rem 0 .25rem; }
input, select { font: inherit; min-height: 44px; width: 100%; max-width: 24rem; padding: .5rem .75rem; border: 1px solid #595f66; border-radius: 4px; background: #fff; color: inherit; }
.problem { border-left: 6px solid #9c1c1c; padding: .5rem 1rem; background: #fdf1f1; }
.note { border-left: 6px solid #0b4a8f; padding: .5rem 1rem; background: #eef4fb; }
.secondary { color: #495057; }
dl { margin: 0; } dt { font-weight: 600; margin-top: .75rem; } dd { margin: 0; overflow-wrap: anywhere; }
@media print { .no-print, form { display: none; } header { border-color: #000; } body, a { color: #000; } .note, .problem { background: none; } }
`;

/** A page of plain HTML. Whatever goes into `body` has been through {@link escapeHtml} or is our own. */
export interface PlainPage {
  readonly title: string;
  readonly body: string;
}

/** Text made safe to stand in HTML, between tags or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Around the body of a document that works without scripts. The texts are not escaped yet. */
export interface PlainShell {
  /** Of the window. */
  readonly title: string;
  readonly heading: string;
  /** The band on top: whose page it is. */
  readonly header: string;
  readonly stylePath: string;
}

/** The whole document of a page without scripts, in Vietnamese. */
export function plainShell({ title, heading, header, stylePath }: PlainShell, body: string): string {
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="${stylePath}">
</head>
<body>
<header>${escapeHtml(header)}</header>
<main>
<h1>${escapeHtml(heading)}</h1>
${body}
</main>
</body>
</html>
`;
}

/** The same as the desk's own pages have it. */
export function plainDocument({ title, body }: PlainPage): string {
  return plainShell({ title: `${title} – Một Cửa`, heading: title, header: 'Một Cửa – Trung tâm Phục vụ hành chính công', stylePath: PLAIN_STYLE_PATH }, body);
}

/** Where a stand-in serves the style of its page. */
export const STAND_IN_STYLE_PATH = '/style.css';

/** The page of a stand-in of the demonstration: called what it is, on top and in its heading. */
export function standInDocument({ title, heading = title }: { readonly title: string; readonly heading?: string }, body: string): string {
  return plainShell({ title: heading, heading, header: title, stylePath: STAND_IN_STYLE_PATH }, body);
}

/** Sends a plain page; nobody keeps a copy, since it may speak of one person's dossier. */
export function sendPlainPage(reply: FastifyReply, status: number, page: PlainPage): FastifyReply {
  return reply.code(status).header('cache-control', 'no-store').type('text/html; charset=utf-8').send(plainDocument(page));
}
