import type { TrainingData } from '../../src/nlu/classifier/classifier.ts';

const examples: Record<string, [topic: string, ...texts: string[]]> = {
  'forgot-password': [
    'tax-app',
    'quên mật khẩu eTax',
    'tôi quên mật khẩu vào app thuế',
    'mất mật khẩu ứng dụng thuế rồi',
    'lấy lại mật khẩu etax mobile',
    'không nhớ mật khẩu thuế',
  ],
  install: [
    'tax-app',
    'tải eTax ở đâu',
    'cài app thuế thế nào',
    'tải ứng dụng thuế về máy',
    'cho xin link tải etax mobile',
    'cài etax trên điện thoại',
  ],
  birth: [
    'civil-status',
    'làm giấy khai sinh cho con',
    'đăng ký khai sinh cần giấy tờ gì',
    'khai sinh cho cháu mới đẻ',
    'nộp hồ sơ khai sinh ở đâu',
    'con mới sinh thì khai sinh thế nào',
  ],
  greeting: ['smalltalk', 'chào cháu', 'xin chào', 'alo có ai không', 'chào cán bộ', 'em chào anh chị'],
};

/** A few intents that train quickly. */
export const sampleData: TrainingData = {
  examples: Object.entries(examples).flatMap(([intent, [topic, ...texts]]) =>
    texts.map((text) => ({ text, intent, topic })),
  ),
  titles: [{ text: 'Đăng ký khai sinh', intent: 'birth', topic: 'civil-status' }],
  brands: [{ name: 'eTax Mobile', spellings: ['etax', 'e tax', 'ê tắc'] }],
  synonyms: { install: ['tải', 'cài', 'lắp', 'down'], forget: ['quên', 'không nhớ'] },
};
