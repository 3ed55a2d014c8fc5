import type { Button, OutgoingContent, PersonRef } from '../../message.ts';

/** `template_type` of text with buttons. Leaving it out works in practice; some sources name a type. */
export interface MessageBodyOptions {
  buttonTemplateType?: string | undefined;
}

/** A visitor without a Zalo identity needs both ids. */
export function toRecipient({ personId, anonymousConversationId }: PersonRef): object {
  return anonymousConversationId
    ? { anonymous_id: personId, conversation_id: anonymousConversationId }
    : { user_id: personId };
}

/** The `message` part of a send, as `/v3.0/oa/message/cs` accepts it. */
export function toMessageBody(
  content: OutgoingContent,
  { buttonTemplateType }: MessageBodyOptions = {},
): object {
  switch (content.kind) {
    case 'text':
      return {
        text: content.text,
        ...(content.quotedMessageId ? { quote_message_id: content.quotedMessageId } : {}),
        ...(content.buttons?.length
          ? template({
              ...(buttonTemplateType ? { template_type: buttonTemplateType } : {}),
              buttons: content.buttons.map(toWireButton),
            })
          : {}),
      };
    case 'image':
      return {
        ...(content.text ? { text: content.text } : {}),
        ...template({
          template_type: 'media',
          elements: [{ media_type: 'image', ...imageSource(content) }],
        }),
      };
    case 'file':
      return { attachment: { type: 'file', payload: { token: content.token } } };
    case 'request-contact':
      return template({
        template_type: 'request_user_info',
        elements: [{ title: content.title, subtitle: content.subtitle, image_url: content.imageUrl }],
      });
  }
}

function template(payload: object): object {
  return { attachment: { type: 'template', payload } };
}

/** Exactly one of the two. */
function imageSource({ attachmentId, url }: { attachmentId?: string; url?: string }): object {
  return attachmentId ? { attachment_id: attachmentId } : { url };
}

function toWireButton(button: Button): object {
  switch (button.kind) {
    case 'reply':
      return { title: button.title, type: 'oa.query.show', payload: button.text };
    case 'open-url':
      return { title: button.title, type: 'oa.open.url', payload: { url: button.url } };
    case 'call':
      return { title: button.title, type: 'oa.open.phone', payload: { phone_code: button.phone } };
  }
}
