#pragma once

#include <restinio/all.hpp>

#include <atomic>
#include <utility>

namespace idcounter::platform {

// A socket that counts what was read since the last answer. What a request has beyond its usual length comes from one store for all
// connections of the program, so that long bodies do not fill the memory, however many visitors send one at a time: with the
// store empty reading fails, and the connection ends. The library makes its sockets itself, so the store is no member.
class MeteredSocket : public restinio::asio_ns::ip::tcp::socket
{
public:
    static constexpr std::size_t usualBytes = std::size_t(640) << 10;
    static constexpr std::int64_t mostBeyond = std::int64_t(48) << 20; // of all connections: four long bodies

    explicit MeteredSocket(restinio::asio_ns::io_context &context)
        : Socket(context)
    {
    }
    MeteredSocket(MeteredSocket &&other) noexcept
        : Socket(std::move(other))
        , m_read(std::exchange(other.m_read, 0))
        , m_beyond(std::exchange(other.m_beyond, 0))
    {
    }
    MeteredSocket &operator=(MeteredSocket &&) = delete;
    ~MeteredSocket() { giveBack(); }

    // As the base class has them; these are the ones that the library calls.
    template<typename Buffers, typename Handler>
    void async_read_some(const Buffers &buffers, Handler handler)
    {
        const auto executor = restinio::asio_ns::get_associated_executor(handler, get_executor());
        Socket::async_read_some(
            buffers,
            restinio::asio_ns::bind_executor(
                executor,
                [this, handler = std::move(handler)](const restinio::asio_ns::error_code &error,
                                                     std::size_t size) mutable {
                    const bool isFull = !error && !take(size);
                    handler(isFull ? restinio::asio_ns::error_code(restinio::asio_ns::error::no_buffer_space) : error,
                            size);
                }));
    }
    template<typename Buffers, typename Handler>
    auto async_write_some(const Buffers &buffers, Handler &&handler)
    {
        giveBack();
        return Socket::async_write_some(buffers, std::forward<Handler>(handler));
    }

private:
    using Socket = restinio::asio_ns::ip::tcp::socket;

    bool take(std::size_t size)
    {
        m_read += size;
        const std::int64_t beyond = m_read > usualBytes ? std::int64_t(m_read - usualBytes) : 0;
        const std::int64_t more = beyond - m_beyond;
        m_beyond = beyond;
        return s_beyond.fetch_add(more) + more <= mostBeyond;
    }

    void giveBack()
    {
        s_beyond -= std::exchange(m_beyond, 0);
        m_read = 0;
    }

    inline static std::atomic<std::int64_t> s_beyond = 0; // what all connections have of the store

    std::size_t m_read = 0;
    std::int64_t m_beyond = 0;
};

} // namespace idcounter::platform
