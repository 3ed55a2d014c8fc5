const nearEndPx = 120;

/**
 * Keeps a scroller at its end while it grows, until the reader scrolls up.
 * @param watched the content; its pictures change its height later
 * @param onChange called when the reader leaves the end or returns to it
 */
export function followEnd(scroller, watched, onChange) {
  let lastTop = 0;
  const follower = {
    isAtEnd: true,
    leave() {
      follower.isAtEnd = false;
    },
    toEnd() {
      follower.isAtEnd = true;
      scroller.scrollTop = scroller.scrollHeight;
    },
    /** Call after the content changed. */
    stayAtEnd() {
      if (follower.isAtEnd) follower.toEnd();
    },
    stop: () => observer.disconnect(),
  };
  const observer = new ResizeObserver(follower.stayAtEnd);
  observer.observe(watched);
  observer.observe(scroller);
  scroller.addEventListener('scroll', () => {
    const left = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight;
    // Only scrolling up leaves the end; a growing list or a shrinking box does not.
    if (left < nearEndPx) follower.isAtEnd = true;
    else if (scroller.scrollTop < lastTop) follower.isAtEnd = false;
    lastTop = scroller.scrollTop;
    onChange();
  });
  return follower;
}
