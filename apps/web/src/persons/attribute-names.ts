/** What may be said of a person, in the order an identity card has it; then the family. */
export const ATTRIBUTES = ['personalId', 'fullName', 'birthDate', 'sex', 'nationality', 'ethnicity', 'homeTown', 'birthPlace', 'permanentAddress', 'phone', 'email', 'death', 'father', 'mother', 'spouse'] as const;
