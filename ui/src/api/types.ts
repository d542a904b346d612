/** Short names for the generated types. */
import type { components } from './schema';

type Schemas = components['schemas'];

export type Change = Schemas['Change'];
export type Charts = Schemas['Charts'];
export type Column = Schemas['Column'];
export type DesignAsked = Schemas['DesignAsked'];
export type Estimate = Schemas['Estimate'];
export type Finding = Schemas['Finding'];
export type Found = Schemas['Found'];
export type Health = Schemas['Health'];
export type Job = Schemas['Job'];
export type Kept = Schemas['Kept'];
export type KeyOf = Schemas['KeyOf'];
export type LlmStatus = Schemas['LlmStatus'];
export type MapPoint = Schemas['MapPoint'];
export type Pack = Schemas['Pack'];
export type Planned = Schemas['Planned'];
export type Preview = Schemas['Preview'];
export type Profile = Schemas['Profile'];
export type Problem = Schemas['Problem'];
export type Quote = Schemas['Quote'];
export type Recognised = Schemas['Recognised'];
export type Region = Schemas['Region'];
export type RegionShare = Schemas['RegionShare'];
export type Run = Schemas['Run'];
export type Table = Schemas['Table'];
export type Template = Schemas['Template'];
export type Types = Schemas['Types'];
export type Upload = Schemas['Upload'];
export type Version = Schemas['Version'];
