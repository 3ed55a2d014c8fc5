import { recall } from './memory.js';

/** All people with an account, one entry per person however many OAs they write to. */
export function listPeople({ users }) {
  const people = new Map();
  for (const user of users) {
    const known = people.get(user.personId);
    if (known) known.users.push(user);
    else people.set(user.personId, { personId: user.personId, name: user.name, users: [user] });
  }
  return [...people.values()].map((person) => ({
    ...person,
    /** Visitors of a web chat know no other OA. */
    anonymous: person.users.every(({ anonymousConversationId }) => anonymousConversationId),
  }));
}

/** The person who uses the phone: the one whose chat is open, else the last one, else the first. */
export function holderOf(state, openUserId) {
  const people = listPeople(state);
  const ofChat = people.find(({ users }) => users.some(({ userId }) => userId === openUserId));
  return ofChat ?? people.find(({ personId }) => personId === recall('person')) ?? people[0];
}
