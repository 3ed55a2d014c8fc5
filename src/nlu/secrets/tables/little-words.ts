/**
 * Words without meaning of their own between a name and its value, folded: "mã CỦA EM VỪA NHẬN ĐƯỢC LÀ
 * 482913".
 */
export const littleWords = new Set(
  `la thi cua cho toi to t em e minh mk chi anh a c bac co chu ong ba ma me bo chau con cau u mu me tui tao tau me o
  nay kia do day ne ni no nha nhe nhé vay the cai dang vua moi cu nhan duoc dc dk ve gui lai roi r oi hien ra len
  ghi bang van hay y chang so cuoi dau dung phai xai dat de doi thanh hoi chieu sang toi hom qua hoac va voi vs hay
  luon cung thoi a ad ah ak oi da vang u uh ok oke is was are my the of for your it its to and this that here
  app ban vo chong trai gai dua thang nguoi ta nha noi ngoai chinh nham truoc sau lan 1 2 3 4 6 8 12 16 nhap go bam
  doc chep dien vao o tren duoi trong tai khoan tk hieu luc giup ho ay dong gom gồm tinh tuc nhu nhung hien dang
  nhu sau duoi se bi len xuong hoac ca deu tren mat truoc number num no so`
    .split(/\s+/)
    .filter(Boolean),
);
