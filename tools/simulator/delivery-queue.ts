/** First in, first out without shifting an array; or a random item when the order is to be broken. */
export interface DeliveryQueue<T> {
  push(item: T): void;
  takeNext(atRandom: boolean): T | undefined;
  size(): number;
  clear(): void;
}

export function createDeliveryQueue<T>(): DeliveryQueue<T> {
  let items: T[] = [];
  let head = 0;

  function compact(): void {
    if (head < 1_024 || head * 2 < items.length) return;
    items = items.slice(head);
    head = 0;
  }

  return {
    push: (item) => void items.push(item),
    takeNext(atRandom) {
      if (head >= items.length) return undefined;
      if (atRandom) {
        const chosen = head + Math.floor(Math.random() * (items.length - head));
        [items[head], items[chosen]] = [items[chosen] as T, items[head] as T];
      }
      const item = items[head++];
      compact();
      return item;
    },
    size: () => items.length - head,
    clear() {
      items = [];
      head = 0;
    },
  };
}
