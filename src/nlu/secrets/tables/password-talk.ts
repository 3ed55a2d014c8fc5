/**
 * Words of a clause that speaks about passwords, with their diacritics: "mật khẩu là do mình tự đặt" gives no
 * value. A text without diacritics is compared without them.
 */
export const talkWords = new Set(
  `gì gi j z nào sao đâu mấy nhiêu ai hay không ko k kg hok kh chẳng phải cần nên bắt buộc ký kí chữ số dãy chuỗi loại cái
  đặt cấp giữ cài lập tạo ghi nhớ biết gửi cho lấy quên dùng xài sai đúng hỏi đổi đòi bảo báo nói đọc viết nhập gõ bấm điền
  được đc dc đuợc bị do riêng thứ điều việc vấn đề vào mở khóa khoá quan trọng bí mật bảo rất quá mới
  cũ khác giống trùng dài ngắn mạnh yếu đủ thiếu ít nhất tối thiểu đa khoảng hơn lúc khi nếu vì bởi tại theo của cả
  chưa đã đang sẽ vẫn cũng thì mà rồi lại nữa còn có sinh tên sdt đt bằng trước sau làm tìm xem hiểu nghĩa gọi mất hết lộ
  is are was not wrong the to for my your it what how too must should can cannot`
    .split(/\s+/)
    .filter(Boolean),
);

/** They begin talk, and may stand inside a value: "mật khẩu là trong sổ". */
export const talkOpeners = new Set('trong ngoài trên dưới từ đến để ra ở như với tại ơi'.split(' '));

/** Words after a value that no longer belong to it, with their diacritics. */
export const afterValue = new Set(
  `ạ à ơi cho ah a ad add nhé nhe nha nhỉ hả đó đấy nè nì thôi mà nhưng nên thì vậy hihi haha hic viết không ko k có đúng phải được dc
  dính liền trong để rồi r đang bị cả hay bác cháu xong`
    .split(/\s+/)
    .filter(Boolean),
);

/** How a value is written; said of nothing but a password: "viết liền", "không dấu". */
export const writingOf =
  /^[\s,.(]{1,3}(?:viet (?:lien|hoa|thuong|co|khong|k|ko)|(?:khong|ko|k|co) dau|dinh lien|lien nhau)/;

/** Forms of address that may begin a value of several words, but are none alone: "con ga trong", "anh yêu em". */
export const addressing = new Set('chi em anh bac con ba bo me toi ong co chu cu mot'.split(' '));
