/** Where the sign-in finds citizens: an `@app/access` CitizenDirectory over the data on file. */
export const CITIZEN_DIRECTORY = Symbol('citizen directory');
