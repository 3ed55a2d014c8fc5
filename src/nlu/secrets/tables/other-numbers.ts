/** Names of other, harmless numbers, folded, comma-separated. */
export const otherNumbers = `so đỏ, so do so, ho so, ma ho so, so ho so, ma hs, bien nhan, ma bien nhan, phieu, phieu hen, ma phieu, giay hen, ma tra cuu, so
  tiep nhan, ma tiep nhan, yeu cau, phan anh, ma phan anh, dossier, dossier number, lich hen, ma so thue, mst,
  thue, ma thue, tax code, ma khach hang, ma kh, khach hang, ma diem dung, diem dung, danh bo, cong to, chi so,
  so dien, so nuoc, dong ho, hoa don, ma hoa don, so hoa don, ma vung, dau so, ma buu chinh, ma buu dien, postal
  code, zip code, ma xa, ma tinh, ma huyen, ma thon, ma don vi,  so ho, so ho khau, ma truong, ma lop, ma
  mon, ma nganh, ma nghe, ma de, ma loi, loi, error, bao loi, error code, ma benh, ma thuoc, ma vach, barcode,
  ma san pham, ma hang, ma qr, ma van don, van don, don hang, ma don hang,  ma giam gia, ma gioi thieu,
  ma voucher, ma khuyen mai, ma nhan vien, ma can bo, ma hoc sinh, ma sinh vien, so bao danh, sbd, ma quan he
  ngan sach, quan he ngan sach, ma chuong, ma tieu muc, tieu muc, ma chung khoan, ma nhom, ma mau, mau so, bieu
  mau, ma cuoc hop, ma phong, ma thiet bi,  ma ho gia dinh, ma tai san, ma so ho, nghi dinh, thong tu,
  luat, quyet dinh, qd, cong van, chi thi, nghi quyet, van ban, ban an, so cong chung, quyen so, so vao so, so
  seri, seri, serial,  so hong, giay chung nhan, gcn, to ban do, ban do, thua, so thua, bien so, bks, bien
  kiem soat, so khung, so may, imei, so xe, xe may, o to, may cay, bus, chuyen bay, tong dai, hotline, duong day
  nong, goi, goi so, gui tin, nhan tin so, nhan tin den, nhan tin toi, soan tin, sdt, so dt, so dien thoai, dien thoai,
  phone, fax, alo, lien he, so may ban, nhanh, may le, bhyt, bhxh, bao hiem, the bhyt, the bao hiem, the bao
  hiem y te, so bhxh, so bao hiem, ma bhxh, ma the bhyt, ma so bhxh, the hoi vien, the dang, the dang vien, the
  hoc sinh, the sinh vien, the doan vien, the thuong binh, the nguoi cao tuoi, the dan toc, the nha bao, the
  tich diem, the xe, the cao, the nap, ma the cao, ma the nap, ve so, xo so, so de, trung giai, giai dac biet,
  mobi, giay phep, gplx, bang lai, so giay phep, gpkd, dang ky kinh doanh, phien ban, version, ver, ban cap
  nhat, android, ios, chrome, windows, iphone, samsung, galaxy, redmi, oppo, vivo, nokia,          bi tru, lai suat,    dien tich, mat do, cong suat,
  huyet ap, duong huyet, giong lua, so nha, nha so, ngach, hem so, quoc lo, ql, tinh lo, cao toc, cot so, cot
  dien, tram bien ap, cong so, thon, xom, phong so, can ho, chung cu, nam, nam sinh, sinh nam, sinh, sn, ngay,
  thang, ngay sinh, ngay cuoi, nam hoc, nien khoa, tu nam, hoi nam, tuoi, wifi ten, ten wifi, so thu tu, stt, so phieu, vi
  tri, ma so thue ca nhan, ma hoi vien, ma so hssv, ma so doanh nghiep, ma doanh nghiep, ma ho tro, ma thanh
  toan, ma dia chinh, ma the, diem thi, so quyet dinh, so cong van, so thong bao, thong bao so, giay moi, giay
  moi so, mo so, hang mo, nghia trang, link, id zoom, zoom id, meeting id, so lo, han su dung, hsd, ma lo,
  model, may model,   ma tram, ma cot, ma vu, giai db, db, dac biet, giai nhat, so sim, hop
  banh, so lo hang, lo hang, lo dat, ma so mo, so mu, zoom, version code, ma lop hoc, phieu kham, so kham, so
  benh an, benh an, so ho gia dinh, so can, so ky, hoa don so, don so, toa do, toa độ, ve xe, ve tau, ve may bay, ticket, ticket no, kenh, dieu luat, km so, bien xe,
  so sac lenh, so giay, so to khai, ma chuyen muc,  so quyen,    so ho ngheo,
  ma ho ngheo, so tai, the tai, ma tai, so deo tai, npk, phan npk, phan bon, so hieu, so dang ky, bien lai, bien ban, so do ho, so lo vac xin, vac xin, vietlott, lo to`;

/**
 * Words that explain only a short number directly after them; without diacritics they may mean other things.
 */
export const explainsShort = new Set(
  `tu den truoc luong tien phi hoi gan khoang tam hon duoi tren thu nam ngay thang quy dot lan ky vu khoa lop tang xom thon to doi ap
  ngo hem duong phong muc cap hang dieu chuong kenh cot lo thua rong dai cao nang mua ban vay con het mat dong nop tru
  bien giai tai bam tong diem hs nd dt xe luc phat gia tuyen tram tiet khu mang km tl nhan goi bus may mau ma_so from in since year`
    .split(/\s+/)
    .filter(Boolean),
);

/** With their diacritics they explain a number of any length directly after them. */
export const explainsWritten = new Set(
  `từ đến trước hồi gần khoảng tầm hơn dưới trên thứ năm ngày tháng quý đợt lần kỳ kì vụ lớp tầng xóm thôn đường
  lô tổ đội ấp đường khu cấp biển nợ tại giải lớp khóa khoá mục mức tờ thửa điều hạng hẻm ngõ cột gọi sinh lúc nhắn cao rộng dài nặng mạng km nhánh tuyến trạm giá xe phạt
  trang bài câu dòng điểm tổng nộp đóng trừ mẫu máy đề vé sổ cống kênh đơn tàu bus vay bán mua`
    .split(/\s+/)
    .filter(Boolean),
);
