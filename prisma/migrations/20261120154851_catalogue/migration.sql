-- AlterEnum
ALTER TYPE "submission_kind" ADD VALUE 'snippet';

-- AlterTable
ALTER TABLE "submission" ALTER COLUMN "exerciseId" DROP NOT NULL,
ALTER COLUMN "versionId" DROP NOT NULL;

-- CreateTable
CREATE TABLE "introduction" (
    "packSlug" TEXT NOT NULL,
    "text" JSONB NOT NULL,

    CONSTRAINT "introduction_pkey" PRIMARY KEY ("packSlug")
);

-- CreateTable
CREATE TABLE "snippet" (
    "packSlug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "sourceHash" TEXT NOT NULL,
    "verdict" JSONB NOT NULL,

    CONSTRAINT "snippet_pkey" PRIMARY KEY ("packSlug","name")
);

-- CreateTable
CREATE TABLE "concept" (
    "slug" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "content" JSONB NOT NULL,

    CONSTRAINT "concept_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "worked_solution" (
    "exerciseId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "content" JSONB NOT NULL,

    CONSTRAINT "worked_solution_pkey" PRIMARY KEY ("exerciseId","name")
);

-- AddForeignKey
ALTER TABLE "introduction" ADD CONSTRAINT "introduction_packSlug_fkey" FOREIGN KEY ("packSlug") REFERENCES "pack"("slug") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "snippet" ADD CONSTRAINT "snippet_packSlug_fkey" FOREIGN KEY ("packSlug") REFERENCES "pack"("slug") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "worked_solution" ADD CONSTRAINT "worked_solution_exerciseId_fkey" FOREIGN KEY ("exerciseId") REFERENCES "exercise"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Written by hand: a snippet belongs to no exercise, and everything else to one. (As text, because a new value of an
-- enum cannot be used in the transaction that adds it.)
ALTER TABLE "submission" ADD CONSTRAINT "submission_only_snippets_without_exercise"
  CHECK ((("kind"::text = 'snippet') = ("exerciseId" IS NULL)) AND (("exerciseId" IS NULL) = ("versionId" IS NULL)));
