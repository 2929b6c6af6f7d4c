import { isEnterpriseCode } from '@app/kernel';

/**
 * Whether a code can be that of an organisation: an enterprise's or a branch's, or the twelve digits of the owner of a household business
 * (since 01/07/2025, Law on Tax Administration Art. 35(7)).
 */
export function isOrganisationCode(code: string): boolean {
  return /^\d{12}$/.test(code) || isEnterpriseCode(code);
}

/** A code as lists show it: the twelve digits of a person are masked, an enterprise's code is public. */
export function maskOrganisationCode(code: string): string {
  return code.length === 12 ? `${code.slice(0, 4)}******${code.slice(-2)}` : code;
}
