import { EVERYDAY_SAMPLES } from './everyday-samples.js';
import { HARD_SAMPLES } from './hard-samples.js';
import type { Sample } from './sample-parts.js';

export type { Sample };

/** The papers of the ordinary way with invented people, everyday and hard. */
export const SAMPLES: readonly Sample[] = [...EVERYDAY_SAMPLES, ...HARD_SAMPLES];
/** The instant all samples are made at. */
export const SAMPLE_TIME = '2026-11-23T02:05:00Z';
