/**
 * The most common passwords of ten characters and more (shorter ones are refused anyhow), from public lists of
 * leaked passwords and what is usual in China. Compared without case.
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `1234567890 0123456789 0987654321 9876543210 12345678910 123456789a a123456789 123456789q q123456789 1234567891
  12345678901 123456789012 1234567899 1234567898 11223344556 1122334455 1123581321 1234512345 123451234512345
  1231231231 123123123123 1232323232 123654789a 147258369a 1472583690 1478963250 1597532486 3141592653 31415926535
  1qaz2wsx3edc 1q2w3e4r5t 1q2w3e4r5t6y qazwsxedcrfv qwertyuiop qwertyuiop123 qwerty12345 qwerty123456 qwertyuiop1
  asdfghjkl1 asdfghjkl123 zxcvbnm123 zxcvbnm1234 1qazxsw23edc qwer1234qwer asdf1234asdf qweasdzxc123 123qweasdzxc
  password12 password123 password1234 password12345 password1! p@ssw0rd123 passw0rd123 passw0rd12 mypassword
  iloveyou12 iloveyou123 woaini1314 woaini1314520 5201314520 woaini520520 woaini123456 5211314521 aini1314520
  1314520520 admin12345 admin123456 administrator admin@1234 admin@12345 admin@123456 root123456 test123456 user123456
  abc1234567 abcd123456 abcde12345 abc123456789 abcd1234567 abcdefghij aa12345678 aa123456789 aaa123456789 a1234567890
  qq123456789 qq12345678 wang123456 zhang123456 li12345678 welcome123 welcome1234 changeme123 letmein123 football123
  sunshine123 princess123 dragon12345 superman123 baseball123 master12345 computer123 internet123 whatever123 michael123
  jiangxin123 jiangxin1234 jiangxin2024 jiangxin2025 jiangxin2026 student123 student123456 teacher123 teacher123456 xuesheng123
  jiaoshi123 xuexiao123 daxue12345 zhongguo123 china123456 beijing2008 google12345 facebook123 linkedin123 samsung123 
  1qaz@wsx3edc 1qaz!qaz2wsx !qaz2wsx3edc qwe123456789 asd123456789 zxc123456789 789456123a 7894561230 0147258369`
    .split(/\s+/)
    .filter(Boolean),
)
