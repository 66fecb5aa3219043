/** Words of other languages, and our own short ones, that happen to read as Telex or as a letter held down. */
const FOREIGN = new Set(
  `as is us or of if off has his was its yes this thus gas bar bus car cars max mix mixer tax taxi fax wax fox box sex six pet for far per
   her sir var mar bars now how low row cow law new view see bee fee free tree too zoo food door cook book look room week need
   chest test rest best last lost list cost post posts host fast just must most next bass boss less press dress class glass mass pass loss
   miss kiss air hair chair fair pair poor floor our your four hours tour user order after water river paper never ever over under
   here there where these those sense term terms norm harm charm horn born down town own keen queen teen been seem deep
   aws ios css js xr vr tv ngos ceos cr sr mr mrs drs ads apps bots maps tips chip chips sms fb als sos ups usr dns www
   pro ex exe tex lux vox flex rex relax index latex duplex complex moto motor auto foo loo hoo boo coop visa sofa pasta
   chef lens vest toast roast boost trust dust hero inn mama mono photos haha hix hihi hmm offset reset
   beer beef deer moon noon soon boom busy vary rose nose does lose more core chose lot lots day days guy guys did dad war wrong gif oxi`.split(
    /\s+/,
  ),
);

export const isForeign = (word: string): boolean => FOREIGN.has(word);
