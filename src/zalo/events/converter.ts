export interface ParseOptions {
  /** True for the id of a connected OA: the direction of receipts is not certain. */
  isConnectedOa(id: string): boolean;
}

export type Converter<Event> = (json: unknown, options: ParseOptions) => Event;
