import type { Localized } from './localized.js';
import { PROBLEMS, type Problem, type ProblemCode } from './problems.js';

/** What goes with a problem: values for the sentence, faulty fields, what is possible instead. Never personal data. */
export interface ProblemFields {
  /** Values for the `{placeholders}` of the sentence; a name of the desk's own in both languages. */
  readonly params?: Readonly<Record<string, string | number | Localized>>;
  /** JSON pointers of the faulty fields with a sentence in both languages. */
  readonly fields?: ReadonlyArray<{ pointer: string; vi: string; en: string }>;
  /** The acts possible instead. */
  readonly possible?: readonly string[];
  /** Further machine-readable facts, such as who changed a dossier and to which version. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** An expected refusal, told to the person in a sentence they can act on. One filter turns it into a problem body. */
export class DomainError extends Error {
  readonly code: ProblemCode;
  readonly details: ProblemFields;

  constructor(code: ProblemCode, details: ProblemFields = {}) {
    super(code);
    this.name = 'DomainError';
    this.code = code;
    this.details = details;
  }

  get problem(): Problem {
    return PROBLEMS[this.code];
  }

  /** The sentence in a language, with its placeholders filled. */
  sentence(language: 'vi' | 'en'): string {
    const params = this.details.params ?? {};
    return this.problem[language].replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = params[name] ?? whole;
      return typeof value === 'object' ? value[language] : String(value);
    });
  }
}
