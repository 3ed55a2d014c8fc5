import type { html } from 'hono/html';

/** A piece of a page. `html` escapes every value in it, unless the value is itself such a piece. */
export type Html = ReturnType<typeof html>;
