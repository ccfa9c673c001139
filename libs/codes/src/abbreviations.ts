/** What people write for what the titles say. Our own list, of what practices type; a word may stand for several. */
const WRITTEN_FOR = `
abd: abdominal
abx: antibiotics
adhd: attention deficit hyperactivity disorder
af: atrial fibrillation
afib: atrial fibrillation
aki: acute kidney failure
als: amyotrophic lateral sclerosis
anx: anxiety
aodm: type 2 diabetes
arf: acute kidney failure
bilat: bilateral
bka: absence leg below knee
bmi: body mass index
bph: benign prostatic hyperplasia
bppv: benign paroxysmal vertigo
broken: fracture
bruise: contusion
ca: malignant neoplasm
cabg: aortocoronary bypass graft
cad: atherosclerotic heart disease coronary
cancer: malignant neoplasm
chf: heart failure
ckd: chronic kidney disease
colonoscopy: screening colon
copd: chronic obstructive pulmonary disease
covid19: covid 19
cp: chest pain
cts: carpal tunnel syndrome
cva: cerebral infarction
cvd: cerebrovascular disease
ddd: disc degeneration
derm: dermatitis
diabetic: diabetes
djd: osteoarthritis
dka: diabetes ketoacidosis
dm: diabetes mellitus
dm1: type 1 diabetes
dm2: type 2 diabetes
dvt: embolism thrombosis deep vein
ecg: electrocardiogram
ed: erectile dysfunction
ekg: electrocardiogram
esrd: end stage renal disease
etoh: alcohol
fb: foreign body
fh: family history
fhx: family history
flu: influenza
fu: follow up
fx: fracture
gad: generalized anxiety disorder
gallstones: calculus gallbladder
gerd: gastro esophageal reflux
gi: gastrointestinal
gib: gastrointestinal hemorrhage
ha: headache
hbp: hypertension
hcv: hepatitis c
hep: hepatitis
hf: heart failure
hld: hyperlipidemia
hpv: human papillomavirus
htn: hypertension
hx: history
ibd: inflammatory bowel disease
ibs: irritable bowel syndrome
ihd: ischemic heart disease
ii: 2
iud: intrauterine contraceptive device
lac: laceration
lbp: low back pain
le: lower extremity
lle: left lower limb
llq: left lower quadrant
lt: left
lue: left upper limb
luq: left upper quadrant
mdd: major depressive disorder
mi: myocardial infarction
mrsa: methicillin resistant staphylococcus aureus
ms: multiple sclerosis
mva: motor vehicle accident
mvp: mitral valve prolapse
nafld: fatty liver
nash: nonalcoholic steatohepatitis
nstemi: non st elevation myocardial infarction
oa: osteoarthritis
ocd: obsessive compulsive disorder
om: otitis media
osa: obstructive sleep apnea
oud: opioid dependence
pad: peripheral vascular disease
pcos: polycystic ovarian syndrome
pe: pulmonary embolism
pid: pelvic inflammatory disease
pna: pneumonia
ppd: tuberculosis screening
pregnant: pregnancy
ptsd: post traumatic stress disorder
pud: peptic ulcer
pvd: peripheral vascular disease
ra: rheumatoid arthritis
rle: right lower limb
rlq: right lower quadrant
rls: restless legs syndrome
rsv: respiratory syncytial virus
rt: right
rue: right upper limb
ruq: right upper quadrant
sah: subarachnoid hemorrhage
sdh: subdural hemorrhage
si: suicidal ideations
sle: systemic lupus erythematosus
sob: shortness breath
stemi: st elevation myocardial infarction
stroke: cerebral infarction
sui: stress incontinence
svt: supraventricular tachycardia
t1dm: type 1 diabetes
t2dm: type 2 diabetes
tb: tuberculosis
tbi: traumatic brain injury
tia: transient ischemic attack
tka: artificial knee joint
tha: artificial hip joint
tmj: temporomandibular joint
tx: treatment
ugib: gastrointestinal hemorrhage
unsp: unspecified
uri: upper respiratory infection
uti: urinary tract infection
vit: vitamin
wt: weight
`;

/** `htn` → hypertension; `dm2` → type, 2, diabetes. */
export const ABBREVIATIONS: ReadonlyMap<string, readonly string[]> = new Map(
  WRITTEN_FOR.trim()
    .split('\n')
    .map(line => {
      const [written = '', meant = ''] = line.split(': ');
      return [written, meant.split(' ')] as const;
    }),
);
