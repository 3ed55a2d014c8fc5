/** Every event name in Zalo's documentation, by what the event is about. Other names are stored as unsupported. */

export const residentMessageNames = [
  'user_send_text',
  'user_send_image',
  'user_send_gif',
  'user_send_link',
  'user_send_audio',
  'user_send_video',
  'user_send_sticker',
  'user_send_location',
  'user_send_file',
  'user_send_business_card',
] as const;

export const visitorMessageNames = [
  'anonymous_send_text',
  'anonymous_send_image',
  'anonymous_send_file',
  'anonymous_send_sticker',
] as const;

export const echoNames = [
  'oa_send_text',
  'oa_send_image',
  'oa_send_gif',
  'oa_send_list',
  'oa_send_file',
  'oa_send_sticker',
  'oa_send_template',
] as const;

/** Changes of a group. The sources spell three of them in two ways, so both spellings are known. */
export const groupChangeNames = [
  'create_group',
  'user_join_group',
  'user_request_join_group',
  'accept_request_join_group',
  'react_request_join_group_accept',
  'reject_request_join_group',
  'react_request_join_group_reject',
  'add_group_admin',
  'remove_group_admin',
  'update_group_info',
  'user_out_group',
  'user_leave_group',
  'delete_group',
] as const;

/** Known events without an effect here. */
export const countedNames = [
  'oa_send_anonymous_text',
  'oa_send_anonymous_image',
  'oa_send_anonymous_file',
  'oa_send_anonymous_sticker',
  'oa_reacted_message',
  'oa_call_user',
  'oa_send_consent',
  'user_reply_consent',
  'add_user_to_tag',
  'remove_user_from_tag',
  'remove_tag',
  'update_user_info',
  'widget_interaction_accepted',
  'widget_failed_to_sync_user_external_id',
  'user_send_group_text',
  'user_send_group_image',
  'user_send_group_link',
  'user_send_group_audio',
  'user_send_group_video',
  'user_send_group_business_card',
  'user_send_group_sticker',
  'user_send_group_gif',
  'user_send_group_file',
  'oa_send_group_text',
  'oa_send_group_image',
  'oa_send_group_link',
  'oa_send_group_audio',
  'oa_send_group_video',
  'oa_send_group_business_card',
  'oa_send_group_sticker',
  'oa_send_group_gif',
  'oa_send_group_file',
  'user_feedback',
  'user_click_response_button',
  'change_template_status',
  'change_template_quality',
  'change_oa_daily_quota',
  'change_oa_template_tags',
  'event_journey_acknowledged',
  'event_journey_time_out',
  'extension_purchased',
] as const;

/** Names whose events have their own shape. */
export const singleNames = [
  'follow',
  'unfollow',
  'user_click_chatnow',
  'user_submit_info',
  'user_received_message',
  'user_seen_message',
  'user_reacted_message',
  'user_call_oa',
  'user_withdraw',
] as const;

export type EventName =
  | (typeof residentMessageNames)[number]
  | (typeof visitorMessageNames)[number]
  | (typeof echoNames)[number]
  | (typeof groupChangeNames)[number]
  | (typeof countedNames)[number]
  | (typeof singleNames)[number];
