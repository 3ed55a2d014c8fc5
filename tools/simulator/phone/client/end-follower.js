const nearEndPx = 120;

/**
 * Keeps a scroller at its end while it grows, until somebody scrolls up to read.
 * @param watched the content, whose pictures change its height after the fact
 * @param onChange called when somebody leaves the end or comes back to it
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
    /** To be called after the content changed. */
    keep() {
      if (follower.isAtEnd) follower.toEnd();
    },
    stop: () => observer.disconnect(),
  };
  const observer = new ResizeObserver(follower.keep);
  observer.observe(watched);
  observer.observe(scroller);
  scroller.addEventListener('scroll', () => {
    const left = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight;
    // Only somebody who scrolls up leaves the end; a list that grew or a box that shrank does not.
    if (left < nearEndPx) follower.isAtEnd = true;
    else if (scroller.scrollTop < lastTop) follower.isAtEnd = false;
    lastTop = scroller.scrollTop;
    onChange();
  });
  return follower;
}
