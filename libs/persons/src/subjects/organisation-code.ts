/** A code as lists show it: the twelve digits of a person are masked, an enterprise's code is public. */
export function maskOrganisationCode(code: string): string {
  return code.length === 12 ? `${code.slice(0, 4)}******${code.slice(-2)}` : code;
}
