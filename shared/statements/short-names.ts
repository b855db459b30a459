/** Peoples that autonomous divisions are named after. */
const PEOPLES =
  /(?:(?:维吾尔|哈萨克|柯尔克孜|塔吉克|锡伯|蒙古|回|藏|羌|彝|白|傣|景颇|傈僳|哈尼|纳西|拉祜|佤|布朗|独龙|怒|普米|苗|侗|瑶|壮|布依|水|仡佬|土家|黎|畲|土|撒拉|东乡|保安|裕固|朝鲜|满|达斡尔|鄂温克|鄂伦春|毛南|仫佬|各)族?)+$/

/** Kinds of divisions. */
const KINDS = /(?:特别行政区|自治区|自治州|自治县|自治旗|林区|特区|地区|新区|省|市|盟|州|县|区|旗)$/

/** 湖北省 → 湖北, 恩施土家族苗族自治州 → 恩施, 江汉区 → 江汉; a name that would lose all but one character stays. */
export function shortName(name: string): string {
  const plain = name.replace(KINDS, '')
  const short = name.includes('自治') ? plain.replace(PEOPLES, '') : plain
  if (short.length >= 2) return short
  return plain.length >= 2 ? plain : name
}
