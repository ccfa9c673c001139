/** First names and their everyday forms, one family a line; a form may stand in several. */
const FAMILIES = `
abigail abby gail|abraham abe bram|albert al bert albie|alexander alex alec sandy xander sasha|alexandra alex sandra sandy lexi sasha
alfred al fred alfie|alice ali allie|allison allie ally|amanda mandy|amelia amy millie|andrew andy drew|angela angie|ann anne annie nan nancy
anna annie ana|anthony tony|antonio tony tonio|arthur art artie|barbara barb barbie babs|benedict ben|benjamin ben benji benny|bernard bernie
bradley brad|bridget biddy bridie|calvin cal|cameron cam|caroline carrie caro|catherine cathy kate katie kitty cat|katherine kathy kate katie kitty kay kat
charles charlie chuck chas chip|charlotte lottie charlie|christine chris chrissy tina|christina chris tina chrissy|christopher chris kit topher
clarence clare|clifford cliff|clinton clint|constance connie|cornelius neil|curtis curt|cynthia cindy|daniel dan danny|danielle dani|david dave davy
deborah deb debbie|dennis denny|diana di|dominic dom nick|donald don donny|dorothea dot thea dora|dorothy dot dottie dolly|douglas doug|edgar ed eddie
edmund ed eddie ned|edward ed eddie ted teddy ned|edwin ed eddie win|eleanor ellie nell nora|elizabeth liz lizzie beth betty bess eliza betsy libby lisa
emily em emmy millie|emma em|eugene gene|evelyn eve evie|frances fran frankie fanny|francis frank fran|francisco paco frank pancho|franklin frank
frederick fred freddy rick|gabriel gabe|gabriella gabby|genevieve gen|george georgie|gerald gerry jerry|gerard gerry|geraldine gerry|gertrude trudy
gilbert gil bert|gregory greg|guadalupe lupe lupita|gwendolyn gwen|harold hal harry|harriet hattie|harrison harry|helen nell nellie|henry hank harry hal
herbert herb bert|howard howie|hubert bert hugh|ignacio nacho|isabella bella izzy isabel|isaac ike|jacob jake|jacqueline jackie|james jim jimmy jamie
janet jan|jason jay|jeffrey jeff|jennifer jen jenny|jeremiah jerry jem|jeremy jerry|jerome jerry|jessica jess jessie|jesus chuy|joan joanie|joanna jo
john johnny jack jon|jonathan jon johnny|jose pepe|joseph joe joey|josephine jo josie|joshua josh|juan juanito|judith judy|julia julie|katharine kathy kate
kathleen kathy kate|kenneth ken kenny|kevin kev|kimberly kim|kristen kris|lawrence larry laurie|leonard len lenny leo|leroy roy|leslie les|lillian lily lil
linda lindy|louis lou louie|louise lou|lucille lucy|luis lucho|magdalena lena maggie|marcus marc mark|margaret maggie meg peggy marge greta daisy rita madge
maria mary mia|marilyn mari|marjorie marge margie|martha marty mattie|martin marty|mary molly polly mae mamie|matilda tilly mattie|matthew matt matty
maureen mo|maximilian max|maxwell max|megan meg|melissa missy mel|melvin mel|michael mike mick mickey mikey|michelle shelly micki|mildred millie
miriam mimi|mitchell mitch|nancy nan|natalie nat|nathan nate nat|nathaniel nate nat nathan|nicholas nick nicky|nicole nicky|norman norm|olivia liv livvy
oliver ollie|oscar ozzie|pamela pam|patricia pat patty trish tricia|patrick pat paddy|paul paulie|pauline polly|penelope penny|peter pete|philip phil pip
phillip phil pip|priscilla cilla|rachel rae|randolph randy|raymond ray|rebecca becky becca|reginald reg reggie|richard rick dick rich richie ricky
robert bob rob bobby robbie bert robby|roberta bobbie|roderick rod|rodney rod|roger rodge|roland rollie|ronald ron ronnie|rosemary rose rosie|russell russ
samantha sam|samuel sam sammy|sarah sally sadie|sharon shari|sidney sid|silvester sly|simon si|solomon sol|stanley stan|stephanie steph stevie
stephen steve stevie|steven steve stevie|stuart stu|susan sue susie suzy|suzanne sue suzy|sylvester sly|tabitha tabby|teresa terry tess tessa|theresa terry tess tessa
terence terry|thaddeus tad|theodore ted teddy theo|thomas tom tommy|timothy tim timmy|tobias toby|valerie val|vanessa nessa|agnes nessie aggie|veronica ronnie vera
victor vic|victoria vicky tori|vincent vince vinny|violet vi|virginia ginny ginger|vivian viv|walter walt wally|wilfred will fred|wilhelmina mina willa
william will bill billy willie liam|winifred winnie fred|winston win|yvonne vonnie|zachary zach zack
`;

const FORMAL = FAMILIES.trim()
  .split(/[|\n]/)
  .map(family => family.split(' ')[0] ?? '');
const FORMS = new Map<string, Set<number>>();
FAMILIES.trim()
  .split(/[|\n]/)
  .forEach((family, number) => {
    for (const form of family.split(' ')) {
      const families = FORMS.get(form) ?? new Set<number>();
      families.add(number);
      FORMS.set(form, families);
    }
  });

/** Whether two folded first names are forms of one name, such as `bob` and `robert`. */
export function areNicknames(a: string, b: string): boolean {
  const families = FORMS.get(a);
  const others = FORMS.get(b);
  if (!families || !others) return false;
  for (const family of families) if (others.has(family)) return true;
  return false;
}

/** The first name of each family that a form belongs to; itself where it belongs to none. */
export function formalNames(name: string): readonly string[] {
  const families = FORMS.get(name);
  if (!families) return [name];
  return [...families].map(number => FORMAL[number] ?? name);
}
