/** Words that passwords are made of most often; `findWeakness` also refuses them dressed up and in pairs. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  `
    aaa aaron abc abcd abcde abcdef abcdefg abcdefgh access adam admin administrator alexander alice
    allah always amanda amazon amber amen america american amy andrea andrew angel angela angelica anna
    anthony anything apple april aragorn army arsenal asd asdf asdfgh asdfghjkl ashley asshole astros
    atlanta audi august austin australia autumn avengers azerty baby babyboy babygirl backup bacon
    bailey banana bandit banner barbara barcelona baseball basketball batman bbb beach bear bears
    beatles beer bella benjamin berlin bestfriend betty bible bigboy bigdog billing bird birthday bitch
    black blaster blazer blessed blessing blue blueberry bmw boobs boss boston boxing brandon braves
    brazil brenda brian broncos brother brown buddha buddy bulls bunny burger buster butter butterfly
    california camaro canada candy captain cardinals care caring carl carol carolyn cash cat catherine
    celtic celtics cerner champion changeme charles charlie charlotte cheese chelsea cherry cheryl
    chester chevy cheyenne chicago chicken chief china chloe chocolate christ christina christine
    christmas christopher church cinderella class clinic cocacola cock coco coffee college computer
    cookie cookies cooper copper corvette counterstrike cousin cowboys cricket crystal cubs cynthia dad
    daddy daisy dakota dallas dance dancer daniel david davidson debbie deborah december default demon
    denise dennis dental dentist denver detroit devil diamond diane dick doctor dodge dodgers dog doggie
    dollar dolphin donald donna douglas dragon drums ducati duke dumbledore eagle eagles earth easter
    eclipse edward ehr elephant elizabeth elvis emerald eminem emma emr energy england english epic eric
    ethan evelyn evening everton everyone everything explorer extreme facebook faith falcon falcons fall
    family father february fender ferrari fire fireman fish fisher florida flower flowers flyers
    football ford forest forever fortnite france frances frank freedom french friday friend friends
    frodo frontdesk fuck fucker fuckyou galaxy gamer gandalf gangster garfield gary gateway gemini
    general genesis genius george gerald germany ghost giants ginger giraffe gloria gmail god gold
    golden golf goofy google grace graduate grandma grandpa gray green gregory grey guest guitar gunner
    hacker halloween halo hammer hannah hardcore harley harold harry hawk health healthcare heart hearts
    heat heather heaven helen hell hello hellothere henry hermione hero hi hiphop history hobbit hockey
    hogwarts holiday hollywood honda honey hope horse hospital hotdog hotmail houston hulk hunter
    hunting ice iceman ilove iloveu iloveyou india indian infinity insurance internet iron ironman
    island italy jack jackson jacob jacqueline jaguar james janet janice january japan jasmine jason
    jean jedi jeep jeffrey jennifer jeremy jerry jessica jesus jets joan john johnny johnson jonathan
    jordan jose joseph joshua joyce judith julie july june junior justice justin juventus karen
    katherine kathleen kathryn kawasaki keith kelly kevin killer king kiss kisses kitten kitty knicks
    knight koala kramer kyle ladybug lakers larry lasvegas laura lauren leader legend legolas lemon
    letmein letmeinnow letter lexus liberty lightning lily linda linux lion lions lisa liverpool login
    lol london love lovely loveme lover loves loveyou lucky lucy madison madonna madrid maggie magic
    magnum manager manchester mango march margaret maria marine mariners mario marlboro martha martin
    marvel mary master matrix matthew maverick max maxwell may medicaid medical medicare medicine megan
    melissa mercedes mercury mercy merlin metal metallica mets mexico miami michael michelle mickey
    microsoft midnight miller million minecraft minnie mistress molly mom mommy monday money monica
    monkey monster montana moon moonlight morning moscow mother mountain murphy music mustang mypass
    mypassword mystic nancy naruto nascar nathan navy nemo network newpassword newton newyork nicole
    night ninja nintendo nirvana nissan nobody nopassword nothing november number numbers nurse ocean
    october office officer oldpassword olivia omg orange orchid oreo outlaw outlook packers pamela panda
    panther panthers paradise paris pass passion passwd password passwort patient patients patricia
    patrick patriots payday peace peach pearl penguin pentagon pepper pepsi peter pharmacy philadelphia
    phoenix physician piano pikachu pink pirate pizza platinum player please pokemon police pony pookie
    porn porsche porter potter power practice prayer precious prince princess private product project
    promise public puppy purple pussy python qazwsx qazwsxedc queen qwe qwerty qwertyui qwertz rabbit
    rachel racing raiders rain rainbow ranger rangers rapper ravens raymond reader ready rebel reception
    red redneck redsox redwings remember revenge rex rich river riverside robert roblox rock rocknroll
    rockstar rocky roger rome ronald root rose ruby rugby runner russia ruth ryan sadie sailor saints
    samantha samson samsung samuel samurai sandra sapphire sara sarah saturday saturn school science
    scooby scooter scorpion scott seattle secret secrets secure security september server service sex
    sexy shadow shannon shark sharon shirley shit shooter sierra silver simba simon simple singer single
    sister skippy sky skyline skywalker slayer slipknot smile smiley smokey snake snapple sniper snoopy
    snow snowball soccer social softball soldier somebody something sonic sophia sophie spain spanish
    spanky sparky special speedy spider spiderman spirit sports spring spurs squirt star starbucks
    starcraft starlight stars startrek starwars steel steelers stella stephen steven sticky stone storm
    strawberry street strike student studio stupid subaru success sugar summer sun sunday sunflower
    sunset sunshine super superman support surfer surgery susan suzuki sweet sweetheart sweetie swimming
    sydney system target tasha tattoo taylor tea teacher techno teddy telephone temple tennessee tennis
    tequila teresa tesla test tester testing texas theman thomas thor thug thunder thursday thx tiffany
    tiger tigers tigger timothy tinkerbell titanic toby today together tokyo tomcat tommy tomorrow
    topgun tornado tower toyota travel travis trinity trouble trucks trustno trustnoone tucker tuesday
    tulip turkey turner turtle twilight twitter tyler unicorn united universe university usa user
    vacation vader valentine vampire vanessa vegas velvet veronica victor victoria victory video viking
    vikings village vincent violet violin vision vodka voldemort volleyball voyager walker walter
    warcraft warrior wasd water watson wednesday welcome welcomeback whatever whiskey whisper white
    wildcat william willow wilson wind windows wine winner winston winter wisdom witch wizard wolf
    wolverine woman wonder woody world wrestling wtf xavier xyz yahoo yamaha yankee yankees yellow
    yellowstone yesterday yoda yourpassword zachary zebra zelda zeppelin zombie zxc zxcv zxcvb zxcvbn
    zxcvbnm zzz
  `
    .trim()
    .split(/\s+/),
);
