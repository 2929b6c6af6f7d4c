import { SetMetadata, type CustomDecorator } from '@nestjs/common';

/** Who may call a route. Without a word on it, anyone who is signed in. */
export type Audience = 'public' | 'officers' | 'citizens' | 'signed-in';

export const AUDIENCE = 'desk:audience';

/** Open to everyone, signed in or not. */
export const Public = (): CustomDecorator => SetMetadata(AUDIENCE, 'public' satisfies Audience);

/** For officers only. */
export const Officers = (): CustomDecorator => SetMetadata(AUDIENCE, 'officers' satisfies Audience);

/** For citizens only. */
export const Citizens = (): CustomDecorator => SetMetadata(AUDIENCE, 'citizens' satisfies Audience);

export const READS_ONLY = 'desk:reads-only';

/**
 * For a form that is posted only to keep what it asks out of the address. It changes nothing, so the session's token,
 * which a page without scripts cannot send, is not asked for; a request from another site is refused all the same.
 */
export const ReadsOnly = (): CustomDecorator => SetMetadata(READS_ONLY, true);
