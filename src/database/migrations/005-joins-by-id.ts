import { type Kysely, sql } from 'kysely';

/**
 * Messages name the turn in which they were written, the notices they tell and the tickets their buttons are about;
 * reasons of failure and of refusal stand apart from the platform's words. Rows that are there already are filled in by
 * the rule that joined them so far: equal times, and the numbers in the text of their content.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `alter table outgoing_messages
    add column turn_id bigint,
    add column notice_ids bigint[] not null default '{}',
    add column ticket_numbers integer[] not null default '{}',
    add column failure_detail text`,
  `alter table contact_attempts add column detail text`,
  // What a member was answered in their own turn.
  `update outgoing_messages o set turn_id = (
      select max(e.id) from incoming_events e
      where e.oa_id = c.oa_id and e.person_id = c.person_id and e.kind = 'message' and e.handled_at = o.created_at)
    from conversations c where c.id = o.conversation_id and o.intent is distinct from 'member-answer'`,
  // What a member said to a resident is of the turn of that member.
  `update outgoing_messages o set turn_id = (
      select max(e.id) from ticket_events v
      join member_links l on l.member_id = v.actor_id
      join incoming_events e on e.oa_id = l.oa_id and e.person_id = l.person_id
      where v.ticket_id = o.ticket_id and v.event = 'answered' and v.at = o.created_at
        and e.kind = 'message' and e.handled_at = o.created_at)
    where o.intent = 'member-answer'`,
  `update outgoing_messages o set notice_ids = told.ids
    from (
      select m.id, array_agg(n.id order by n.id) as ids
      from outgoing_messages m
      join conversations c on c.id = m.conversation_id
      join member_links l on l.oa_id = c.oa_id and l.person_id = c.person_id
      join member_notices n on n.member_id = l.member_id and n.told_at = m.created_at
        and n.outcome in ('told', 'digest')
        and (n.ticket_id is null or n.outcome = 'digest' or m.ticket_id = n.ticket_id)
      where m.intent = 'member'
      group by m.id) told
    where told.id = o.id`,
  `update outgoing_messages o set ticket_numbers = named.numbers
    from (
      select m.id, array_agg(distinct hit[1]::integer) as numbers
      from outgoing_messages m, regexp_matches(m.content::text, '"ticket": "([0-9]{1,9})"', 'g') hit
      group by m.id) named
    where named.id = o.id`,
  // "Gửi nhầm" names the turn and not the time.
  `update outgoing_messages o set content = jsonb_set(o.content, '{buttons}', (
      select jsonb_agg(case when b #>> '{meaning,step}' = 'wrong_send'
        then jsonb_set(b, '{meaning,data,turn}', to_jsonb(o.turn_id::text)) else b end order by place)
      from jsonb_array_elements(o.content -> 'buttons') with ordinality x (b, place)))
    where o.turn_id is not null and o.content @> '{"buttons": [{"meaning": {"step": "wrong_send"}}]}'`,
  `update member_chats m set state = case
      when words.turn_id is null then m.state - 'lastSent'
      else jsonb_set(m.state, '{lastSent}',
        jsonb_build_object('ticket', m.state #> '{lastSent,ticket}', 'turnId', words.turn_id)) end
    from member_chats chat
    left join lateral (
      select o.turn_id from outgoing_messages o join tickets t on t.id = o.ticket_id
      where t.number = (chat.state #>> '{lastSent,ticket}')::integer and o.intent = 'member-answer'
        and o.created_at = (chat.state #>> '{lastSent,at}')::bigint
      limit 1) words on true
    where chat.conversation_id = m.conversation_id and m.state ? 'lastSent'`,
  `update outgoing_messages set failure_detail = failure, failure = case state
      when 'sending' then 'unconfirmed' else 'later' end
    where failure is not null and failure !~
      '^(window-closed|blocked|buttons|content|quota|unknown-person|consent-withdrawn|too-old|retracted)( |$)'`,
  `update outgoing_messages set failure = split_part(failure, ' ', 1),
      failure_detail = nullif(substr(failure, strpos(failure, ' ') + 1), '')
    where strpos(failure, ' ') > 0`,
  `update contact_attempts set outcome = 'refused', detail = nullif(substr(outcome, 9), '')
    where outcome like 'refused %'`,
  `create index outgoing_undelivered on outgoing_messages (created_at)
    where state = 'failed' and notice_ids <> '{}'`,
];
