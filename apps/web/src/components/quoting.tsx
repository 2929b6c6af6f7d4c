interface QuotingProps {
  text: string;
  /** What stands in the text in Vietnamese whatever its language: names of offices, laws and decisions. */
  quotes: readonly (string | undefined)[];
}

interface Part {
  readonly text: string;
  readonly isQuote: boolean;
}

/** A sentence that quotes: what stays Vietnamese in it is marked as such, so that a screen reader speaks it right (WCAG 3.1.2). */
export function Quoting({ text, quotes }: QuotingProps) {
  const parts = quotes.reduce<Part[]>((known, quote) => (quote ? known.flatMap((part) => (part.isQuote ? [part] : around(part.text, quote))) : known), [{ text, isQuote: false }]);
  return (
    <>
      {parts.map((part, index) => {
        const key = `${index} ${part.text}`;
        return part.isQuote ? <span key={key} lang="vi">{part.text}</span> : <span key={key}>{part.text}</span>;
      })}
    </>
  );
}

function around(text: string, quote: string): Part[] {
  return text.split(quote).flatMap((piece, index) => [...(index === 0 ? [] : [{ text: quote, isQuote: true }]), { text: piece, isQuote: false }]);
}
