/** What a message tells of a citizen and of their papers: the passes of one room, by one door. */
export { dossierCodesIn, secretIn, ticketCodesIn } from './codes';
export { emailIn } from './email';
export { fullNameIn } from './full-name';
export { nameAsked, nameBehind, nameIn } from './name';
export { nameBeside } from './name-beside';
export { tellsNumberAlone } from './number-alone';
export { maskPhone, phoneIn } from './phone';
export { platesIn } from './plate';
export { introducedIn } from './introduced';
export { nameBesideNumber, signatureIn } from './signature';
