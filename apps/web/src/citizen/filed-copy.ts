/** Where this tab keeps what the desk answered to a filing: the secret is told once, so that a reload must find it again. */
export const filedKey = (dossierId: string): string => `citizen.filed.${dossierId}`;
