import { TextSkeleton } from '../../../_frame/text-skeleton.tsx';

export default TextSkeleton;
