/** A unit to choose, or a word of the page in its place. */
export interface UnitOption {
  value: string;
  label: string;
  /** Names of units stay Vietnamese in every language. */
  isName?: boolean;
}

/** The options of a choice of units. */
export function Options({ options }: { options: readonly UnitOption[] }) {
  return options.map(({ value, label, isName }) => (
    <option key={value} value={value} lang={isName ? 'vi' : undefined}>
      {label}
    </option>
  ));
}
