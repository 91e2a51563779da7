import asyncio


async def dispatch(jobs, process_pool):
    def start(job):
        match job.kind:
            case "async":
                return job.fn()
            case "io":
                return asyncio.to_thread(job.fn)
            case "cpu":
                return asyncio.get_running_loop().run_in_executor(process_pool, job.fn)

    return await asyncio.gather(*map(start, jobs))
