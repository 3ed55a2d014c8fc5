const command = /^\s*nh(?:ận|an)(?: (?:việc|viec|yêu cầu|yeu cau))? #?(\d{3,4}) #?(\d{3,4})[\s.!]*$/i;
/** Tickets that are new at the same time have numbers close together; the halves of a code seldom do. */
const maxApart = 100;

/**
 * "Nhận 105 109" and nothing else: a member takes two tickets. Two groups of digits look like a one-time code in
 * halves. Pure.
 */
export function takesTickets(text: string): boolean {
  const [, first, second] = command.exec(text) ?? [];
  if (first === undefined || second === undefined) return false;
  return Math.abs(Number(first) - Number(second)) <= maxApart;
}
