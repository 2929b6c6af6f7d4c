/** What may be said of a person, in the order an identity card has it; then the family. */
export const ATTRIBUTES = ['personalId', 'fullName', 'birthDate', 'sex', 'nationality', 'ethnicity', 'homeTown', 'birthPlace', 'permanentAddress', 'phone', 'email', 'death', 'father', 'mother', 'spouse'] as const;

/** Those of the family: they name somebody else. */
export const RELATIONS: readonly string[] = ['father', 'mother', 'spouse'];
