/** The icons a phone offers, by Zalo's codes. */
export const reactionFaces = {
  '/-heart': '❤️',
  '/-strong': '👍',
  ':>': '😆',
  ':o': '😮',
  ':-((': '😭',
  '--b': '😢',
  ':-h': '😡',
};
