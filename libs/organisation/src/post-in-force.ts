/**
 * SQL: whether a post is not over on a day. `until` is the **last day** of a post and counts whole, as it does for units and
 * office hours and as a personnel decision names it: whoever leaves on 31/12 receives and signs until the evening of 31/12, and the
 * successor begins on 01/01. A post of a single day has the same day twice.
 *
 * @param post the alias of the table `post`
 * @param day SQL of a local calendar day
 */
export const isNotOver = (post: string, day: string): string => `(${post}.until is null or ${post}.until >= ${day})`;

/** SQL: whether a post is held on a day: it has begun, and {@link isNotOver}. */
export const isHeld = (post: string, day: string): string => `(${post}.since <= ${day} and ${isNotOver(post, day)})`;

/** SQL: the local calendar day of an instant. */
export const dayOf = (moment: string): string => `(${moment}::timestamptz at time zone 'Asia/Ho_Chi_Minh')::date`;
