/**
 * The most common passwords of twelve characters and more (shorter ones are refused anyhow), from public lists of
 * leaked passwords and what is usual in China. Compared without case.
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `123456789012 123451234512345 123123123123 1qaz2wsx3edc 1q2w3e4r5t6y qazwsxedcrfv qwertyuiop123 qwerty123456
  asdfghjkl123 1qazxsw23edc qwer1234qwer asdf1234asdf qweasdzxc123 123qweasdzxc password1234 password12345
  woaini1314520 woaini520520 woaini123456 administrator admin@123456 abc123456789 aaa123456789 jiangxin1234
  jiangxin2024 jiangxin2025 jiangxin2026 student123456 teacher123456 1qaz@wsx3edc 1qaz!qaz2wsx !qaz2wsx3edc
  qwe123456789 asd123456789 zxc123456789 password123456 passw0rd1234 p@ssw0rd1234 qwertyuiop12 qwertyuiop1234
  qwerty1234567 admin1234567 admin12345678 administrator1 woaini13145200 iloveyou1234 iloveyou5201314 520131452013
  131452013145 a12345678901 aa1234567890 abc1234567890 qq1234567890 wang12345678 zhang12345678 jiangxin12345
  jiangxin123456 student12345 student12345678 teacher12345 teacher12345678 xuesheng1234 xuesheng123456
  jiaoshi12345 jiaoshi123456 xuexiao12345 xuexiao123456 zhongguo1234 zhongguo123456 china1234567 beijing20082008
  147258369147 147258369000 111222333444 112233445566 121212121212 123456123456 123456654321 123123456456
  asdfghjkl1234 zxcvbnm12345 1q2w3e4r5t6y7u qazwsxedc123 1qaz2wsx3edc4rfv welcome12345 changeme1234 letmein12345
  1234567890ab 1234567890qw 0123456789ab 123456789abc 123456abcdef abcdef123456 abcd12345678 qwer12345678
  asdf12345678 1234qwerasdf qazwsx123456 password2024 password2025 password2026 huanying1234`
    .split(/\s+/)
    .filter(Boolean),
)
