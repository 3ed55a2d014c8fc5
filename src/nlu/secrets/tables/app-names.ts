/**
 * Services with a login, folded: their names stand between "mật khẩu" and its value, and are never the value.
 */
export const appNames = new Set(
  `app apps web website wifi email gmail mail face facebook fb zalo tiktok youtube telegram viber instagram insta google
  chrome apple icloud iphone samsung android windows laptop vneid vssid vnedu vnpt vnptid smas dvc dvcqg cong dich vu
  quoc gia dinh danh viettel mobifone vinaphone momo zalopay bhxh thue hoa don dien tu ngan hang bank banking smart digibank
  internet mobile plus sim vietcombank vcb vietinbank bidv agribank techcombank tcb mbbank acb vpbank tpbank sacombank
  shb hdbank ocb msb vib scb seabank account login logout user username admin online offline server code otp pin passcode
  password reset smartca signature token mobi canvas teams zoom shopee lazada tiki grab netflix game garena freefire
  captcha chplay playstore appstore etax etaxmobile vneidapp hotmail outlook yahoo bot chatbot keyboard caps capslock
  shift unikey telex faceid touchid token usb laptop desktop windows excel word pdf link file video livestream story
  wf wiphi waifai gg apps camera modem router mang the atm login signin nhap`
    .split(/\s+/)
    .filter(Boolean),
);
