/** Weights of the first nine digits of an enterprise's code. */
const WEIGHTS = [31, 29, 23, 19, 17, 13, 7, 5, 3] as const;

/**
 * Whether a code can be that of an organisation: an enterprise's or a branch's, or the twelve digits of the owner of a household business
 * (since 01/07/2025, Law on Tax Administration Art. 35(7)).
 */
export function isOrganisationCode(code: string): boolean {
  return /^\d{12}$/.test(code) || isEnterpriseCode(code);
}

/** Whether a text can be the code of an enterprise or cooperative: ten digits of which the last fits the others, with three more of a branch after a dash. */
function isEnterpriseCode(code: string): boolean {
  if (!/^\d{10}(-\d{3})?$/.test(code)) return false;
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(code[place]), 0);
  // A remainder of 0 would give the digit 10: such numbers are not given out.
  return 10 - (sum % 11) === Number(code[9]);
}
