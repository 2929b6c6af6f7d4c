export { dataPath } from './data-path.js';
export { canonicalText, digestOf, sha256Hex } from './digest.js';
export { systemClock, MovableClock, ZONE, localDate, localTime, type Clock } from './clock.js';
export { DomainError, type ProblemFields } from './domain-error.js';
export { PROBLEMS, type Problem, type ProblemCode } from './problems.js';
export { fold, initialsOf, givenNameFirst } from './fold.js';
export { newId, newSecret, newToken, isId } from './ids.js';
export { type Localized } from './localized.js';
export { formatDong } from './money.js';
