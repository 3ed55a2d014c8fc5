/** Spellings of banks and wallets, folded, comma-separated: a long number beside one is an account. */
export const banks = `vietcombank, vcb, viet com, vietin, vietinbank, viettin, viettinbank, vtb, ctg, bidv, agribank, agri,
  agr, techcombank, techcom, tech, tcb, mb, mbbank, mb bank, quan doi, ngan hang quan doi, acb, vpbank, vp bank, tpbank,
  tp bank, sacombank, sacom, stb, vib, shb, hdbank, hd bank, msb, maritime, maritime bank, ocb, seabank, sea bank,
  eximbank, exim, scb, lpbank, lienvietpostbank, lien viet, lpb, abbank, ab bank, nam a, nam a bank, namabank, bac a,
  bac a bank, bacabank, viet a bank, vietabank, vietbank, kienlongbank, kien long, pvcombank, pv com, pgbank, ncb, gpbank,
  oceanbank, cbbank, baovietbank, bao viet bank, saigonbank, coopbank, co op bank, ngan hang chinh sach, vbsp, nhcsxh,
  quy tin dung, shinhan, shinhan bank, woori, woori bank, uob, hsbc, standard chartered, citibank, timo, cake, ubank,
  tnex, liobank, momo, zalopay, zalo pay, viettel money, viettelpay, viettel pay, vnpt money, mobifone money, shopeepay,
  shopee pay, airpay, vnpay, smartpay, payoo, digibank, ipay, smart banking, mobile banking, internet banking`;
