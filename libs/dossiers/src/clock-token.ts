/** The injected clock's token: tests and the seed provide a movable one. */
export const CLOCK = Symbol('clock');
